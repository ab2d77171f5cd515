/** What the server adds to a request. */
export interface RequestIdentity {
  readonly requestId: string;
  /** Who asks; `null`: a program without a cookie. */
  readonly ownerId: string | null;
  readonly createId: () => string;
}
