import { SEED, startLocalCognito } from './index.js';

const port = Number(process.env['COGNITO_PORT'] ?? 9229);
const { endpoint, upstream } = await startLocalCognito({ port, upstream: true });

console.log(`Local Cognito: ${endpoint}\nIdentity provider: ${upstream}  users gina, greg\n`);
for (const { title, pool, client, users } of SEED) {
  console.log(`${pool.id}  client ${client.id}  (${title})`);
  for (const { username, password, note } of users)
    console.log(`  ${username}  ${password ?? '(no password)'}  ${note}`);
}
