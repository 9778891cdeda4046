import { css } from 'lit';

/** The key of an authenticator app: as a QR code, and in letters. */
export const authenticatorAppStyles = css`
  @layer auth {
    :where([data-auth~='qr']) {
      justify-self: center;
      box-sizing: content-box;
      inline-size: var(--auth-qr-size, 11rem);
      max-inline-size: 100%;
      aspect-ratio: 1;
      padding: 0.75rem;
      border: var(--_line) solid var(--_border);
      border-radius: var(--_radius);
      /* Scanners expect dark on light, whatever the theme. */
      color: #000;
      background: #fff;
      forced-color-adjust: none;
    }
    :where([data-auth~='manual']) {
      font-size: 0.9333em;
      > summary {
        color: var(--_link);
        font-weight: 500;
        cursor: pointer;
        padding-block: 0.25em;
      }
      > summary:focus-visible {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
      > p {
        color: var(--_muted);
        margin-block: 0.5em;
      }
    }
    :where([data-auth~='secret']) {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em 1em;
      align-items: center;
      justify-content: space-between;
      padding: 0.625em 0.875em;
      border-radius: var(--_radius);
      background: var(--_tint);
      > code {
        font-family: ui-monospace, monospace;
        letter-spacing: 0.04em;
        user-select: all;
      }
    }
  }
`;
