import { css } from 'lit';

/** The box around a screen, in its shadow root. */
export const frameStyles = css`
  [part='frame'] {
    box-sizing: border-box;
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: var(--_width);
    margin-inline: auto;
    padding: var(--auth-frame-padding, min(calc(var(--_space) * 2.25), 6vi));
    color: var(--_text);
    background: var(--auth-frame-background, var(--_surface));
    border: var(--auth-frame-border, var(--_line) solid var(--_border));
    border-radius: calc(var(--_radius) * 2);
    box-shadow: var(
      --auth-shadow,
      0 1px 2px light-dark(#1018280a, #0006),
      0 1.5rem 3rem -1.5rem light-dark(#10182833, #000c)
    );
    font: 400 var(--_size) / 1.5 var(--_font);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  [part='heading'],
  [part='description'] {
    margin: 0;
    outline: none;
    text-wrap: balance;
  }
  [part='heading'] {
    font-size: var(--auth-heading-size, 1.5em);
    font-weight: var(--auth-heading-weight, 650);
    letter-spacing: -0.02em;
    line-height: 1.25;
  }
  [part='description'] {
    margin-block-start: calc(var(--_space) * -1);
    color: var(--_muted);
    text-wrap: pretty;
  }
  [part='destination'] {
    color: var(--_text);
    font-weight: 550;
  }
  [part='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='frame'] {
      animation: enter calc(var(--_duration) * 2) ease-out;
    }
    @keyframes enter {
      from {
        translate: 0 calc(var(--_space) / 4);
      }
    }
  }
`;
