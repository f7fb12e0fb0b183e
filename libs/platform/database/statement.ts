/** A prepared statement: the name makes PostgreSQL plan it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}
