/* Every command of these pages, without a line of the pages: what lists commands needs nothing else. */
export { caseCommands } from './case-page/case-commands';
export { queueCommands } from './queue-page/queue-commands';
export { readingCommands } from './reading-page/reading-commands';
export { waitingCommands } from './waiting-page/waiting-commands';
