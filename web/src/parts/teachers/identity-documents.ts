/** Kinds of identity documents, in the order of the choices; their words are `document.<code>`. */
export const documentTypes = [
  'resident-identity-card',
  'hk-macao-taiwan-residence-permit',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'foreign-permanent-residence-card',
  'passport',
] as const
