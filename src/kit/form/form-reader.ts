// What a form needs when a user fills it in, in one chunk.
export { HiddenController } from '../controllers/hidden-controller.js';
export { greet } from '../greet.js';
export { LiveAnnouncer } from '../rendering/live-announcer.js';
export { arrive, leadTo, takeFocus } from './focus.js';
export { hearPresses } from './hear-presses.js';
export { pressedIn, readFields } from './read-fields.js';
export { submissionOf } from './submission.js';
