import type { Post } from './json-protocol.js';
import { fieldsOf, listOf, textOf } from './json.js';
import type { Fields } from './json.js';
import type { OperationName } from './operations.js';

/** How an operation returns its pages. */
export interface Paging {
  readonly operation: OperationName;
  /** The member of the answer that holds the items of a page. */
  readonly items: string;
  /** The member, of the answer and of the next request, with the position of the next page. */
  readonly token: string;
  /** The size limit of a page, by the operation's name for it. */
  readonly size: Readonly<Record<string, number>>;
}

/** No more pages than this are requested, whatever the service says. */
const MOST_PAGES = 5;

/** The items of all pages. */
export async function allPages(post: Post, { operation, items, token, size }: Paging): Promise<readonly Fields[]> {
  const found: Fields[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await post(operation, { ...size, ...(next && { [token]: next }) });
    found.push(...listOf(answer, items).map(fieldsOf));
    next = textOf(answer, token);
    if (!next) break;
  }
  return found;
}
