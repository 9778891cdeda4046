import type { CodeDeliveryDetails } from 'amazon-cognito-identity-js';

/** What has become of one attribute: without a code that has to be entered first, it is updated. */
interface UpdatedAttribute {
  readonly isUpdated: boolean;
  readonly codeDeliveryDetails?: CodeDeliveryDetails;
}

/** What Cognito says after an update. */
export interface UpdateAnswer {
  readonly CodeDeliveryDetailsList?: readonly CodeDeliveryDetails[];
}

/** What has become of each attribute. */
export const outcomeOf = (names: readonly string[], { CodeDeliveryDetailsList: sent = [] }: UpdateAnswer) =>
  Object.fromEntries(
    names.map((name): [string, UpdatedAttribute] => {
      const codeDeliveryDetails = sent.find(({ AttributeName }) => AttributeName === name);
      return [name, codeDeliveryDetails ? { isUpdated: false, codeDeliveryDetails } : { isUpdated: true }];
    }),
  );
