package dev.gatehouse.app.http.identity;

/** The body of {@code POST /api/auth/email/verify/resend}: an object without members, or none at all. */
record ResendRequest() {}
