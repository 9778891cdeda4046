import { css } from 'lit';

/** The box around the screens, and what stands in it while something is awaited. */
export const authenticatorStyles = css`
  :host {
    display: block;
  }
  [part='frame'][hidden] {
    display: none;
  }
  /* The box is here, so the screens in it have none. */
  .screen {
    --auth-frame-background: none;
    --auth-frame-border: 0;
    --auth-frame-padding: 0;
    --auth-shadow: none;
  }
  .bar {
    max-inline-size: none;
    padding: calc(var(--_space) * 0.75) var(--_space);
    margin-block-end: var(--_space);
    box-shadow: none;
  }
  .bar > .screen {
    --auth-width: 100%;
  }
  /* Frameworks put children there instead of into its content. */
  ::slotted(template) {
    display: contents;
  }
  ::slotted([slot='logo']) {
    justify-self: start;
    max-inline-size: 100%;
  }
  ::slotted([slot='footer']) {
    color: var(--_muted);
    font-size: 0.875em;
    text-align: center;
  }
  /* Its place. What turns there comes later. */
  [part='spinner'] {
    box-sizing: border-box;
    justify-self: center;
    inline-size: 1.75rem;
    aspect-ratio: 1;
    margin: calc(var(--_space) * 4);
  }
`;
