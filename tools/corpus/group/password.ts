/**
 * The demo's password, which the README names, hashed once and for all: a hash made anew would come out otherwise each
 * time, and the files with it. Whoever signs in to an invented clinic finds nothing but invented people.
 */
export const publishedPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$eozkXTyLE3YDed+afdDAGA$Xb6luaFvTXDCPGIMi9442dpJc0SDk9QnMPuHLFOf9I8';
