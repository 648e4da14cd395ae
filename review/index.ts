export type { AppOptions } from "./AppOptions";
export { reviewReceiver } from "./receiver";
export type { ReviewReceiver, ReviewReceiverOptions } from "./receiver";
export type { Review } from "./Review";
export { reviewFeed, reviewLine } from "./ReviewFeed";
export type { ReviewFeed, ReviewFeedOptions } from "./ReviewFeed";
export type { ReviewMemory } from "./ReviewMemory";
