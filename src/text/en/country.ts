/** What the choice of a country says in English, beside a phone number. */
export const countryWords = {
  'field.country': 'Country',
  'country.chosen': 'Country: {country}, {code}',
  'country.search': 'Search by name or code',
  'country.found.one': '{count} country',
  'country.found.other': '{count} countries',
  'country.none': 'No country found.',
} as const;
