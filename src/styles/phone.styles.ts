import { css } from 'lit';

/** The choice of a country beside a phone number. Numbers run from left to right in every script, and so do both. */
export const phoneStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='control']:has(> [data-auth~='country'])) {
      grid-template-columns: auto 1fr;
      gap: 0.5rem;
      direction: ltr;
      anchor-name: --auth-phone;
      anchor-scope: --auth-phone;
    }
    &:where([data-auth~='country']) {
      grid-area: 1 / 1;
      position: relative;
      display: grid;
    }
    &:where([data-auth~='country-button']) {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-block-size: var(--auth-input-height, 2.875rem);
      padding-inline: 0.75rem;
      border: var(--_line) solid var(--auth-input-border-color, var(--_edge));
      border-radius: var(--auth-input-radius, var(--_radius));
      color: var(--auth-input-color, var(--_text));
      background: var(--auth-input-background, var(--_surface));
      white-space: nowrap;
      cursor: pointer;
    }
    &:where([data-auth~='country-button'])::after {
      content: '';
      inline-size: 0.4em;
      block-size: 0.4em;
      border: solid;
      border-width: 0 1.5px 1.5px 0;
      translate: 0 -25%;
      rotate: 45deg;
    }
    &:where([data-auth~='country-button']:hover) {
      border-color: var(--_text);
    }
    &:where([data-auth~='country'] + [data-auth~='input']) {
      grid-area: 1 / 2;
      min-inline-size: 0;
      --_end: 0.875rem;
    }
    /* For the browser alone, which fills in nothing that is not displayed. */
    &:where([data-auth~='country-filled']) {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      opacity: 0;
      pointer-events: none;
    }
    /* In the middle of the screen, unless it can stand at the field. */
    &:where([data-auth~='countries']:popover-open) {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      gap: 0.5rem;
      margin: auto;
      inline-size: min(24rem, 100vw - 2rem);
      block-size: min(22rem, 100dvh - 2rem);
      padding: 0.5rem;
      overflow: hidden;
      border: var(--_line) solid var(--_edge);
      border-radius: var(--_radius);
      color: var(--_text);
      background: var(--_surface);
      box-shadow: 0 0.5rem 1.5rem color-mix(in oklab, black 18%, transparent);
      font-size: 1rem;
      line-height: 1.4;
      text-align: start;
      white-space: normal;
    }
    @supports (anchor-scope: --auth-phone) {
      &:where([data-auth~='countries']:popover-open) {
        inset: auto;
        margin: 0.25rem 0;
        inline-size: 100%;
        min-inline-size: min(16rem, 100vw - 2rem);
        block-size: 22rem;
        min-block-size: min(14rem, 50dvh - 3rem);
        max-block-size: calc(100% - 0.75rem);
        position-anchor: --auth-phone;
        position-area: block-end center;
        position-try-fallbacks: flip-block;
      }
    }
    &:where([data-auth~='countries'] > [data-auth~='hint']) {
      padding: 0.25rem 0.75rem;
    }
    &:where([data-auth~='country-list']) {
      overflow: hidden auto;
      overscroll-behavior: contain;
      /* What is before and after the active one can be seen. */
      scroll-padding-block: 2.5rem;
    }
    &:where([data-auth~='country-option']) {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      justify-content: space-between;
      min-block-size: 2.25rem;
      padding: 0.25rem 0.75rem;
      border-radius: calc(var(--_radius) / 2);
      cursor: pointer;
    }
    &:where([data-auth~='country-option']:hover) {
      background: var(--_tint);
    }
    &:where([data-auth~='country-option'][aria-selected='true']) {
      font-weight: 600;
    }
    &:where([data-auth~='country-option'][aria-selected='true'])::before {
      content: '';
      flex: none;
      inline-size: 0.35em;
      block-size: 0.7em;
      margin-inline-end: 0.25em;
      border: solid;
      border-width: 0 2px 2px 0;
      translate: 0 -10%;
      rotate: 45deg;
    }
    &:where([data-auth~='country-option'] > :first-child) {
      flex: 1;
    }
    &:where([data-auth~='country-option'][data-auth~='active']) {
      outline: 2px solid var(--_focus);
      outline-offset: -2px;
      background: var(--_tint);
    }
    &:where([data-auth~='country-option'] > [data-auth~='calling-code']) {
      color: var(--_muted);
    }
    @media (pointer: coarse) {
      &:where([data-auth~='country-option']) {
        min-block-size: 44px;
      }
    }
    @media (forced-colors: active) {
      &:where([data-auth~='country-option'][data-auth~='active']) {
        forced-color-adjust: none;
        color: HighlightText;
        background: Highlight;
        outline-color: Highlight;
      }
      &:where([data-auth~='country-option'][data-auth~='active'] > [data-auth~='calling-code']) {
        color: HighlightText;
      }
    }
  }
`;
