import { css } from 'lit';

/** The buttons of providers. Those of companies are in the colors that the company wants, which are no tokens. */
export const providerStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='providers']) {
      display: grid;
      gap: calc(var(--_space) * 0.75);
    }
    &:where([data-layout='row'] > [data-auth~='providers'], [data-auth~='providers'][data-layout='row']) {
      display: flex;
      flex-wrap: wrap;
    }
    &:where([data-layout='row'] > [data-auth~='providers'] > *, [data-auth~='providers'][data-layout='row'] > *) {
      flex: 1 1 max-content;
    }
    &:where([data-auth~='providers'][data-layout='icons']) {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
    }
    &:where([data-auth~='provider']) {
      --_brand: var(--auth-input-background, var(--_surface));
      --_on-brand: var(--auth-input-color, var(--_text));
      --_brand-edge: var(--auth-input-border-color, var(--_edge));
      color: var(--_on-brand);
      background: var(--_brand);
      border-color: var(--_brand-edge);
      gap: 0;
      font-weight: 500;
    }
    &:where([data-auth~='provider']:hover) {
      background: color-mix(in oklab, var(--_brand) 92%, var(--_on-brand));
      border-color: color-mix(in oklab, var(--_brand-edge) 80%, var(--_on-brand));
    }
    /* The pictures are below each other, and the words in the middle, as long as there is room. */
    &:where([data-auth~='provider'] > * + [data-auth~='provider-label']) {
      flex: 1 1 auto;
      margin-inline-start: 0.625em;
    }
    &:where([data-auth~='provider']:has(> * + [data-auth~='provider-label']))::after {
      content: '';
      flex: 0 999999 calc(1.25rem + 0.625em);
    }
    /* Google draws the button in it. */
    &:where([data-auth~='google']) {
      display: grid;
      justify-content: center;
      min-block-size: 2.5rem;
    }
    &:where([data-auth~='provider-icon'], [data-auth~='provider'] > [data-auth~='spinner']) {
      flex: none;
      inline-size: 1.25rem;
      block-size: 1.25rem;
    }
    &:where(img[data-auth~='provider-icon']) {
      object-fit: contain;
    }
    &:where([data-layout='icons'] [data-auth~='provider']) {
      inline-size: auto;
      min-inline-size: var(--auth-button-height, 2.875rem);
      padding-inline: 0.75rem;
    }
    /* A mark alone is too small for a word on its edge. */
    &:where([data-layout='icons'] [data-auth~='provider'] > [data-auth~='provider-icon'] + [data-auth~='badge']) {
      position: static;
      margin-inline-start: 0.75em;
    }
    &:where([data-provider='google']) {
      --_brand: light-dark(#fff, #131314);
      --_on-brand: light-dark(#1f1f1f, #e3e3e3);
      --_brand-edge: light-dark(#747775, #8e918f);
    }
    &:where([data-provider='facebook']) {
      --_brand: #0866ff;
      --_on-brand: #fff;
      --_brand-edge: #0866ff;
    }
    &:where([data-provider='amazon']) {
      --_brand: #f90;
      --_on-brand: #0f1111;
      --_brand-edge: #f90;
    }
    &:where([data-provider='apple']) {
      --_brand: light-dark(#000, #fff);
      --_on-brand: light-dark(#fff, #000);
      --_brand-edge: light-dark(#000, #fff);
    }
    /* The button of the form waits too, but it is not what was pressed. */
    &:where(
      [data-auth~='actions']:has([data-auth~='provider'] > [data-auth~='spinner'])
        > [data-auth~='submit']
        > [data-auth~='spinner']
    ) {
      display: none;
    }
  }
`;
