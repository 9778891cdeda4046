import { html, render } from 'lit';

const template = (endpoint: string): unknown => html`
  <h1>${'A shop'}</h1>
  <auth-authenticator user-pool-id="us-east-1_Example1" user-pool-client-id="abc123" user-pool-endpoint=${endpoint}>
    <p>${'Only signed-in people see this'}</p>
  </auth-authenticator>
`;

/** Renders a page with lit that has an authenticator. */
export function showShop(): void {
  render(template(new URLSearchParams(location.search).get('endpoint') ?? ''), document.body);
}
