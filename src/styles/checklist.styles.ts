import { css } from 'lit';

/** The rules of a new password, and which of them are met. */
export const checklistStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='checklist']) {
      display: grid;
      gap: calc(var(--_space) * 0.25);
      color: var(--_muted);
      font-size: 0.9333em;
    }
    &:where([data-auth~='check']) {
      display: flex;
      gap: 0.625em;
      align-items: center;
      transition: color var(--_duration);
    }
    &:where([data-auth~='mark']) {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 1em;
      block-size: 1em;
      border: 1.5px solid var(--_edge);
      border-radius: 50%;
    }
    &:where([data-auth~='met']) {
      color: var(--_success);
    }
    &:where([data-auth~='met'] > [data-auth~='mark']) {
      background: var(--_success);
      border-color: var(--_success);
      &::after {
        content: '';
        inline-size: 0.5em;
        block-size: 0.25em;
        margin-block-end: 0.125em;
        border: solid var(--_surface);
        border-width: 0 0 1.5px 1.5px;
        rotate: -45deg;
      }
    }
    @media (forced-colors: active) {
      &:where([data-auth~='met'] > [data-auth~='mark']) {
        background: CanvasText;
        border-color: CanvasText;
        &::after {
          border-color: Canvas;
        }
      }
    }
  }
`;
