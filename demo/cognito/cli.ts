import { SEED, startLocalCognito } from './index.js';

const { endpoint } = await startLocalCognito({ port: Number(process.env['COGNITO_PORT'] ?? 9229) });

console.log(`Local Cognito: ${endpoint}\n`);
for (const { title, pool, client, users } of SEED) {
  console.log(`${pool.id}  client ${client.id}  (${title})`);
  for (const { username, password, note } of users)
    console.log(`  ${username}  ${password ?? '(no password)'}  ${note}`);
}
