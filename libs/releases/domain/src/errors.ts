import { defineError } from '@laurel/kernel';

export const releaseErrors = {
  invalidProgram: defineError('releases.invalid_program', 'invalid', 'The program is not valid'),
  notFound: defineError('releases.not_found', 'not_found', 'There is no such release'),
};
