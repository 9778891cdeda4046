import { css } from 'lit';

/** Ways to go on, each a button. */
export const choiceButtonStyles = css`
  @layer auth {
    :where([data-auth~='methods']) {
      display: grid;
      gap: calc(var(--_space) * 0.625);
      padding: 0;
      list-style: none;
    }
    :where([data-auth~='method'][aria-disabled='true']) {
      cursor: progress;
    }
    /* The button of the form waits too, but it is not what was pressed. */
    :where(
      [data-auth~='actions']:has([data-auth~='method'] > [data-auth~='spinner'])
        > [data-auth~='submit']
        > [data-auth~='spinner']
    ) {
      display: none;
    }
  }
`;
