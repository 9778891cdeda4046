import { css } from 'lit';

/**
 * The base tokens, read once: each has a default that follows the page's `color-scheme`, and all else derives from them.
 * No other sheet holds a literal color.
 */
export const tokens = css`
  :host {
    --_primary: var(--auth-color-primary, light-dark(#2b50e2, #4a69f0));
    --_on-primary: var(--auth-color-on-primary, #fff);
    --_surface: var(--auth-color-surface, light-dark(Canvas, color-mix(in oklab, Canvas, CanvasText 4%)));
    --_text: var(
      --auth-color-text,
      light-dark(color-mix(in oklab, CanvasText 83%, Canvas), color-mix(in oklab, CanvasText 92%, Canvas))
    );
    --_muted: var(--auth-color-muted, color-mix(in oklab, var(--_text) 64%, var(--_surface)));
    --_border: var(--auth-color-border, color-mix(in oklab, var(--_text) 13%, var(--_surface)));
    --_link: var(--auth-color-link, light-dark(var(--_primary), color-mix(in oklab, var(--_primary), white 50%)));
    --_danger: var(--auth-color-danger, light-dark(#b42318, #ffa198));
    --_focus: var(--auth-color-focus, var(--_primary));
    --_font: var(--auth-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_size: var(--auth-font-size, 1rem);
    --_space: var(--auth-space, 1rem);
    --_radius: var(--auth-radius, 0.5rem);
    --_line: var(--auth-border-width, 1px);
    --_width: var(--auth-width, 25rem);
    --_duration: var(--auth-duration, 0.15s);
    --_edge: color-mix(in oklab, var(--_text) 43%, var(--_surface));
    --_tint: color-mix(in oklab, var(--_text) 5%, var(--_surface));
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_border: var(--_text);
      --_edge: var(--_text);
    }
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
