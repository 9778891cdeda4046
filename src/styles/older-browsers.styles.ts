import { css } from 'lit';

/**
 * Plain colors for browsers without `light-dark()`, where no base token of a color has a value, and none that derives from
 * one. Part of a sheet that is loaded later, since few need it.
 */
export const olderBrowserStyles = css`
  @supports not (color: light-dark(#000, #fff)) {
    [data-auth]:not(_) {
      --_primary: var(--auth-color-primary, #2b50e2);
      --_surface: var(--auth-color-surface, Canvas);
      --_text: var(--auth-color-text, CanvasText);
      --_muted: var(--auth-color-muted, var(--_text));
      --_border: var(--auth-color-border, #8888);
      --_link: var(--auth-color-link, LinkText);
      --_danger: var(--auth-color-danger, #d92d20);
      --_success: var(--auth-color-success, var(--_text));
      --_focus: var(--auth-color-focus, var(--_primary));
      --_edge: #888;
      --_tint: #8882;
    }
  }
`;
