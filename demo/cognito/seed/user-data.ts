/** The password of every user of the seed, but for temporary ones. */
export const PASSWORD = 'Correct-Horse-7';
/** The key in Tom's authenticator app, in base32. */
export const TOMS_KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** The key in Mia's authenticator app, in base32. */
export const MIAS_KEY = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU';
/** The key in Thea's authenticator app, in base32. */
export const THEAS_KEY = 'ONSWG4TFOQQGWZLZEBXWMIDUNBSWCIDU';

/** The attributes of a user with a verified e-mail address. */
export const email = (address: string): Record<string, string> => ({ email: address, email_verified: 'true' });
/** The attributes of a user with a verified phone number. */
export const phone = (number: string): Record<string, string> => ({
  phone_number: number,
  phone_number_verified: 'true',
});
