import { links } from '../links.js';

/** Cognito asks for something this version does not know. Said openly, with a way back. */
export const unsupported = { id: 'unsupported', meta: { screen: 'unsupported' }, on: links } as const;
