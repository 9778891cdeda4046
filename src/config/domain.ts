/** The address of a domain, which may be written without its scheme. */
export const addressOf = (domain: string): string => domain.replace(/^(?!https?:)(?=\w)/, 'https://');
