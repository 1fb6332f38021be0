/** Where the project stands in public. */
export const PROJECT = 'https://github.com/case-by-case/case-by-case';
