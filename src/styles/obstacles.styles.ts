import { css } from 'lit';

/** What shows that a screen takes long or does not come, and the way out. Loaded when an authenticator is painted. */
export const obstacleStyles = css`
  [part='spinner'] {
    border: 2px solid var(--_muted);
    /* Nothing is transparent in forced colors: dots show that it turns. */
    border-inline-end: 2px dotted transparent;
    border-radius: 50%;
    animation:
      appear 0s 0.15s backwards,
      spin 0.8s linear infinite;
  }
  @media (prefers-reduced-motion) {
    [part='spinner'] {
      animation-duration: 0s, 4s;
    }
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  [part='alert'] {
    margin: 0;
    color: var(--_danger);
  }
  [part='button'] {
    justify-self: center;
    padding: 0;
    border: 0;
    color: var(--_link);
    background: none;
    font: inherit;
    font-weight: 500;
    text-decoration: underline;
    cursor: pointer;
  }
  [part='spinner'] + [part='button'] {
    margin-block-start: calc(var(--_space) * -4);
  }
`;
