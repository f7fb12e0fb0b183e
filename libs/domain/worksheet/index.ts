export * from './case-worksheets';
export * from './comparators';
export * from './line-description';
export * from './worksheet';
export * from './worksheet-gaps';
