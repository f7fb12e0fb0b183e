import { QueuePage, QueueRow } from '@stipple/contracts';
import { Browser, mustBe } from './browser';

/** All rows of a view, page by page, in its order. */
export async function walkQueue(browser: Browser, query: string): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (let after: string | null = ''; after !== null;) {
    const path = `/api/cases?${query}${after ? `&after=${encodeURIComponent(after)}` : ''}`;
    const page: QueuePage = QueuePage.parse(mustBe(200, await browser.get(path)));
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}
