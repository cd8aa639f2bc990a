/** What a GET of the generated API types answers with. */
export type Answer<Operation> = Operation extends {
  readonly responses: { readonly 200: { content: { readonly 'application/json': infer Body } } };
}
  ? Body
  : never;

/** The query parameters of an operation. */
export type Asked<Operation> = Operation extends { readonly parameters: { readonly query?: infer Query } }
  ? NonNullable<Query>
  : never;

/** What is common to all requests. */
export interface RequestOptions {
  /** Ends the request, and its attempts. */
  readonly signal?: AbortSignal;
}
