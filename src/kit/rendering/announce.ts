import type { ReactiveElement } from 'lit';
import type { Text } from '../../text/text.js';
import { withReader } from '../form/load-reader.js';
import type { Urgency } from './live-announcer.js';

/** Has a sentence said to screen readers, from live regions in the host's shadow root. */
export function announce(
  host: ReactiveElement,
  sentence: string,
  words: Pick<Text, 'lang' | 'dir'>,
  as?: Urgency,
): void {
  withReader(({ LiveAnnouncer }) => LiveAnnouncer.of(host).say(sentence, words, as));
}
