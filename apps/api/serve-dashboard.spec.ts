import { announced } from './serve-dashboard';

const pages = [
  { path: 'queue', files: ['queue.js', 'rows.js'], asks: ['/api/cases?', '/api/cases/counts'] },
  { path: 'cases/new', files: ['new.js'], asks: [] },
  { path: 'cases/:caseId', files: ['case.js'], asks: ['/api/cases/:caseId'] },
];

describe('what a page announces', () => {
  it('names its own files and its first questions', () => {
    expect(announced(pages, '/queue')).toBe(
      '</queue.js>; rel=modulepreload, </rows.js>; rel=modulepreload, </api/cases?>; rel=preload; as=fetch; crossorigin=anonymous, </api/cases/counts>; rel=preload; as=fetch; crossorigin=anonymous',
    );
  });

  it('fills the id of the address in', () => {
    expect(announced(pages, '/cases/01a2-b3')).toContain('</api/cases/01a2-b3>;');
  });

  it('takes the first page that fits', () => {
    expect(announced(pages, '/cases/new')).toBe('</new.js>; rel=modulepreload');
  });

  it('leaves the question to the page where the address has a query', () => {
    expect(announced(pages, '/queue?view=mine')).toBe(
      '</queue.js>; rel=modulepreload, </rows.js>; rel=modulepreload',
    );
  });

  it.each(['/', '/nowhere', '/cases/a/b', '/cases/%3Cx%3E', '/cases/a>;rel=x', '/cases/a\r\nset-cookie:b'])(
    'announces nothing for %j',
    (url) => expect(announced(pages, url)).toBe(''),
  );
});
