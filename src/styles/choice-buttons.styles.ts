import { css } from 'lit';

/** Ways to go on, each a button. */
export const choiceButtonStyles = css`
  [data-auth]:not(_) {
    &:where([data-auth~='methods']) {
      display: grid;
      gap: calc(var(--_space) * 0.625);
    }
    /* The button of the form waits too, but it is not what was pressed. */
    &:where(
      [data-auth~='actions']:has([data-auth~='method'] > [data-auth~='spinner'])
        > [data-auth~='submit']
        > [data-auth~='spinner']
    ) {
      display: none;
    }
  }
`;
