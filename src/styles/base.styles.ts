import { css } from 'lit';

/**
 * Takes what stands among the children out of the hands of the page's style sheet: whatever a reset or the page may say of
 * `p`, `label`, `button`, `ul` or `svg` ends here.
 *
 * `_` is a tag that no page uses, so `:not(_)` matches everything and adds the weight of one tag. Every rule of the sheets
 * for the children begins like this one, with its conditions in `:where()`: all weigh (0,1,1), and their order decides.
 * Resets weigh less; a rule of the page with a class of its own in front weighs more.
 */
export const baseStyles = css`
  [data-auth]:not(_) {
    &:where(:not(svg, svg *, [data-auth~='host'])) {
      &,
      &::before,
      &::after,
      &::placeholder {
        all: revert;
      }
      box-sizing: border-box;
      margin: 0;
      padding: 0;
      font: inherit;
      letter-spacing: normal;
      list-style: none;
    }
    /* An attribute, too. */
    &:where([hidden]) {
      display: none;
    }
    /* Their size and their colors are attributes, which \`revert\` would drop too. */
    &:where(svg, svg *) {
      all: revert-layer;
    }
  }
`;
