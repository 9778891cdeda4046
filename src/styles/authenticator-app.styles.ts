import { css } from 'lit';

/** The key of an authenticator app: as a QR code, and in letters. */
export const authenticatorAppStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='qr']) {
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
    &:where([data-auth~='manual']) {
      font-size: 0.9333em;
    }
    &:where([data-auth~='manual'] > summary) {
      font-weight: 500;
      list-style: revert;
      cursor: pointer;
      padding-block: 0.25em;
    }
    /* Weighs more: Pico has colors and a ring for those without a role. */
    &[data-auth][data-auth]:where([data-auth~='manual'] > summary) {
      color: var(--_link);
      outline-color: var(--_focus);
      outline-offset: 2px;
    }
    &:where([data-auth~='manual'] > p) {
      color: var(--_muted);
      margin-block: 0.5em;
    }
    &:where([data-auth~='secret']) {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em 1em;
      align-items: center;
      justify-content: space-between;
      padding: 0.625em 0.875em;
      border-radius: var(--_radius);
      background: var(--_tint);
    }
    &:where([data-auth~='secret'] > code) {
      font-family: ui-monospace, monospace;
      letter-spacing: 0.04em;
      -webkit-user-select: all;
      user-select: all;
    }
  }
`;
