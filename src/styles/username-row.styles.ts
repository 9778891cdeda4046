import { css } from 'lit';

/** The user whose code or password is asked for. */
export const usernameRowStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='identity']) {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 0.5em;
      align-items: center;
      justify-content: space-between;
      color: var(--_muted);
      font-size: 0.9333em;
      text-align: center;
      padding: 0.625em 0.875em;
      border-radius: var(--_radius);
      background: var(--_tint);
    }
  }
`;
