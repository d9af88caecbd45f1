/**
 * The one catalogue of errors: a stable code -> its kind -> an HTTP status or a socket acknowledgement.
 * The web switches on `code`; titles are for people who read the API, in English.
 */
export const errorKinds = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  stale: 412,
  tooLarge: 413,
  uriTooLong: 414,
  unsupported: 415,
  unsatisfiable: 416,
  unprocessable: 422,
  preconditionRequired: 428,
  tooMany: 429,
  headersTooLarge: 431,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof errorKinds;

const define = <const T extends Record<string, { kind: ErrorKind; title: string }>>(entries: T): T => entries;

export const errorCatalogue = define({
  'request.invalid': { kind: 'invalid', title: 'The request has invalid fields' },
  'request.malformed': { kind: 'invalid', title: 'The request could not be read' },
  'request.too-large': { kind: 'tooLarge', title: 'The request is too large' },
  'request.uri-too-long': { kind: 'uriTooLong', title: 'The address is too long' },
  'request.headers-too-large': { kind: 'headersTooLarge', title: 'The request headers are too large' },
  'request.unsupported-media-type': { kind: 'unsupported', title: 'This content type is not accepted here' },
  'request.range-not-satisfiable': { kind: 'unsatisfiable', title: 'The file has no such range' },
  'route.not-found': { kind: 'notFound', title: 'There is nothing at this address' },
  'route.method-not-allowed': { kind: 'methodNotAllowed', title: 'This address does not take this method' },
  'rate.limited': { kind: 'tooMany', title: 'Too many requests; try again later' },
  'service.unavailable': { kind: 'unavailable', title: 'The service cannot answer right now; try again shortly' },
  'service.not-ready': { kind: 'unavailable', title: 'A part the service needs is not answering' },
  internal: { kind: 'internal', title: 'Something went wrong on our side' },

  'resource.stale': { kind: 'stale', title: 'Somebody changed this in the meantime' },
  'resource.if-match-required': { kind: 'preconditionRequired', title: 'Send the ETag you edited in If-Match' },

  'auth.required': { kind: 'unauthenticated', title: 'Sign in to do this' },
  'auth.token-invalid': { kind: 'unauthenticated', title: 'The access token is not valid' },
  'auth.token-expired': { kind: 'unauthenticated', title: 'The access token has expired' },
  'auth.api-key-invalid': { kind: 'unauthenticated', title: 'The API key is not valid' },
  'auth.invalid-credentials': { kind: 'unauthenticated', title: 'The login id or the password is wrong' },
  'auth.refresh-invalid': { kind: 'unauthenticated', title: 'The session has ended; sign in again' },
  'auth.refresh-reused': { kind: 'unauthenticated', title: 'The session was ended because its token was used twice' },
  'auth.wrong-password': { kind: 'unprocessable', title: 'The current password is wrong' },
  'auth.password-too-common': { kind: 'unprocessable', title: 'This password is among those that are tried first' },
  'auth.password-holds-login-id': { kind: 'unprocessable', title: 'The password must not contain the login id' },
  'auth.too-many-attempts': { kind: 'tooMany', title: 'Too many failed attempts; try again later' },
  'auth.banned': { kind: 'forbidden', title: 'You may not sign in for now' },
  'access.denied': { kind: 'forbidden', title: 'You may not do this' },

  'user.not-found': { kind: 'notFound', title: 'There is no such user' },
  'user.login-id-taken': { kind: 'conflict', title: 'This login id is taken' },
  'user.nickname-taken': { kind: 'conflict', title: 'This nickname is taken' },
  'user.email-taken': { kind: 'conflict', title: 'This e-mail address is taken' },
  'user.last-admin': { kind: 'conflict', title: 'The last administrator cannot be removed' },
  'api-key.not-found': { kind: 'notFound', title: 'There is no such API key' },
  'api-key.cafe-unusable': { kind: 'unprocessable', title: 'A café of the API key does not exist' },

  'region.not-found': { kind: 'notFound', title: 'There is no such region' },
  'region.name-taken': { kind: 'conflict', title: 'This region already has a child of that name' },
  'region.parent-unusable': { kind: 'unprocessable', title: 'There is no such region to stand under' },
  'region.move-into-descendant': { kind: 'conflict', title: 'A region cannot be moved under itself' },
  'region.type-not-allowed': { kind: 'unprocessable', title: 'A region of this type cannot stand there' },

  'cafe.not-found': { kind: 'notFound', title: 'There is no such café' },
  'cafe.code-taken': { kind: 'conflict', title: 'This code is taken' },
  'cafe.region-unusable': { kind: 'unprocessable', title: 'The region does not exist or is disabled' },
  'cafe.image-unusable': { kind: 'unprocessable', title: 'An image does not exist or is not yours' },
  'cafe.owner-unusable': { kind: 'unprocessable', title: 'An owner must be an enabled BUSINESS user' },
  'cafe.link-type-repeated': { kind: 'unprocessable', title: 'A café has one virtual link of each type' },

  'product-category.not-found': { kind: 'notFound', title: 'There is no such product category' },
  'product-category.code-taken': { kind: 'conflict', title: 'This code is taken' },
  'product-category.name-taken': { kind: 'conflict', title: 'A category beside it has this name' },
  'product-category.parent-unusable': { kind: 'unprocessable', title: 'There is no such category to stand under' },
  'product-category.move-into-descendant': { kind: 'conflict', title: 'A category cannot be moved under itself' },
  'product-category.not-empty': { kind: 'conflict', title: 'Categories or products hang on this category' },

  'product.not-found': { kind: 'notFound', title: 'There is no such product' },
  'product.code-taken': { kind: 'conflict', title: 'This code is taken' },
  'product.cafe-unusable': { kind: 'unprocessable', title: 'The café does not exist or is not yours' },
  'product.category-unusable': { kind: 'unprocessable', title: 'The category does not exist or is disabled' },
  'product.amount-refused': { kind: 'unprocessable', title: 'A price or a quantity is none that a product can have' },
  'product.image-unusable': { kind: 'unprocessable', title: 'An image does not exist or is not yours' },

  'wish.limit-reached': { kind: 'conflict', title: 'The wish list is full; remove something first' },

  'proxy-user.not-found': { kind: 'notFound', title: 'There is no such outside player' },
  'proxy-user.disabled': { kind: 'forbidden', title: 'This outside player is disabled' },
  'proxy-user.linked-already': { kind: 'conflict', title: 'This outside player is linked to an account already' },
  'proxy-user.link-code-invalid': { kind: 'unprocessable', title: 'The code is wrong, used or expired; get a new one' },

  'viewer.not-found': { kind: 'notFound', title: 'There is no such room' },
  'viewer.code-taken': { kind: 'conflict', title: 'This code is taken' },
  'viewer.cafe-unusable': { kind: 'unprocessable', title: 'The café does not exist or is not yours' },
  'viewer.image-unusable': { kind: 'unprocessable', title: 'A photo does not exist or is not yours' },

  'starter-room.in-progress': { kind: 'conflict', title: 'A room is being made here already; wait until it is there' },

  'map.not-found': { kind: 'notFound', title: 'There is no such map' },
  'map.unusable': { kind: 'unprocessable', title: 'A map is not a ready one of this room and kind' },
  'map.active': { kind: 'conflict', title: 'Visitors see this map; activate another one first' },
  'map.processing': { kind: 'conflict', title: 'This map is still being worked on' },
  'map.link-invalid': { kind: 'unauthenticated', title: 'The link to the map is not valid; ask for new links' },
  'map.link-expired': { kind: 'unauthenticated', title: 'The link to the map has expired; ask for new links' },

  'map-upload.not-found': { kind: 'notFound', title: 'There is no such upload; begin a new one' },
  'map-upload.invalid': { kind: 'invalid', title: 'The upload is not as the tus protocol 1.0.0 says' },
  'map-upload.too-large': { kind: 'tooLarge', title: 'A map is at most 500 MB' },
  'map-upload.offset-differs': { kind: 'conflict', title: 'The server has received another part; ask where to go on' },
  'map-upload.over': { kind: 'conflict', title: 'This upload is complete' },
  'map-upload.no-space': { kind: 'unavailable', title: 'There is no room for the file right now; try again later' },

  'room.ticket-invalid': { kind: 'unauthenticated', title: 'The ticket is not valid; ask for a new one' },
  'room.too-many-connections': { kind: 'tooMany', title: 'You are in rooms too often at once' },
  'room.full': { kind: 'conflict', title: 'The room is full' },
  'room.not-entered': { kind: 'conflict', title: 'You are not in the room' },
  'room.message-refused': { kind: 'unprocessable', title: 'The message is empty or too long' },
  'room.replaced': { kind: 'conflict', title: 'You have entered this room from elsewhere' },
  'room.banned': { kind: 'forbidden', title: 'You may not enter this room' },
  'room.muted': { kind: 'forbidden', title: 'You may not speak in this room for now' },
  'room.kicked': { kind: 'forbidden', title: 'You were asked to leave the room' },
  'room.message-gone': { kind: 'notFound', title: 'This message is not kept any more' },
  'room.changed': { kind: 'conflict', title: 'The room has become another; come in again' },
  'room.person-gone': { kind: 'notFound', title: 'This person is not in the room any more' },
  'room.expelled': { kind: 'forbidden', title: 'You have moved as nobody can' },

  'board.not-found': { kind: 'notFound', title: 'There is no such post' },
  'board.type-not-allowed': { kind: 'forbidden', title: 'You may not write posts of this type' },
  'board.cafe-unusable': {
    kind: 'unprocessable',
    title: 'A café does not exist, or its events are not yours to announce',
  },
  'board.image-unusable': { kind: 'unprocessable', title: 'An image does not exist or is not yours' },
  'board.thumbnail-unusable': { kind: 'unprocessable', title: 'The thumbnail is none of the images of the post' },
  'board.days-reversed': { kind: 'unprocessable', title: 'The end is before the start' },
  'board.blocked': { kind: 'forbidden', title: 'A moderator has hidden this post' },
  'board.banned': { kind: 'forbidden', title: 'You may not write for now' },
  'board.replies-closed': { kind: 'conflict', title: 'This post takes no replies' },
  'reply.not-found': { kind: 'notFound', title: 'There is no such reply' },
  'reply.parent-unusable': { kind: 'unprocessable', title: 'The reply to answer is not on this post, or gone' },
  'reply.too-deep': { kind: 'unprocessable', title: 'Answers are nested too deep here' },
  'notice.not-found': { kind: 'notFound', title: 'There is no such notice' },
  'notice.days-reversed': { kind: 'unprocessable', title: 'The end is before the start' },

  'moderation.oneself': { kind: 'forbidden', title: 'You cannot do this to yourself' },
  'moderation.outranked': { kind: 'forbidden', title: 'They are of your rank or a higher one' },
  'ban.not-found': { kind: 'notFound', title: 'There is no such ban' },
  'ban.target-unusable': { kind: 'unprocessable', title: 'There is nobody to ban by this' },
  'ban.imposed-above': { kind: 'forbidden', title: 'Somebody of a higher rank has imposed this ban' },
  'report.not-found': { kind: 'notFound', title: 'There is no such report' },
  'report.handled-already': { kind: 'conflict', title: 'Somebody has handled this report already' },
  'report.target-unusable': { kind: 'unprocessable', title: 'What is reported does not exist' },
  'report.target-not-hideable': { kind: 'unprocessable', title: 'What is reported cannot be hidden by this' },
  'report.about-oneself': { kind: 'forbidden', title: 'This report is about you; somebody else handles it' },

  'image.not-found': { kind: 'notFound', title: 'There is no such image' },
  'image.missing': { kind: 'invalid', title: 'Send the image as multipart field "file"' },
  'image.too-large': { kind: 'tooLarge', title: 'The image file is too large' },
  'image.type-not-accepted': { kind: 'unsupported', title: 'Only JPEG, PNG, WebP, AVIF and GIF images are accepted' },
  'image.too-many-pixels': { kind: 'unprocessable', title: 'The image has too many pixels' },
  'image.too-many-frames': { kind: 'unprocessable', title: 'The animation has too many frames' },
  'image.unreadable': { kind: 'unprocessable', title: 'The image is damaged or cut short' },
});

export type ErrorCode = keyof typeof errorCatalogue;

/** The HTTP status that belongs to a code. */
export const statusOf = (code: ErrorCode): number => errorKinds[errorCatalogue[code].kind];
