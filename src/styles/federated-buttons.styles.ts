import { css } from 'lit';

/** The frame of the buttons of providers. */
export const federatedButtonsStyles = css`
  :host,
  [part='providers'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
  }
  :host {
    font: 400 var(--_size) / 1.5 var(--_font);
  }
  :host([layout='row']) [part='providers']:not([hidden]),
  :host([layout='icons']) [part='providers']:not([hidden]) {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
  }
  .waiting {
    visibility: hidden;
  }
  [part='providers'][hidden] {
    display: none;
  }
  [part='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
