import { useRef, useState, type KeyboardEvent } from 'react';

/**
 * A row of slides that scrolls and snaps: swiped by touch, moved by keys and buttons. The slide in view is read from
 * where the row has been scrolled to, whoever scrolled it.
 */
export function useCarousel(count: number, startAt = 0) {
  const trackRef = useRef<HTMLUListElement>(null);
  const [index, setIndex] = useState(startAt);

  const goTo = (next: number, behavior: ScrollBehavior = calmBehavior()): void => {
    const track = trackRef.current;
    const target = Math.min(Math.max(next, 0), count - 1);
    track?.scrollTo({ left: target * track.clientWidth, behavior });
  };

  const followScroll = (): void => {
    const track = trackRef.current;
    if (track !== null && track.clientWidth > 0) setIndex(Math.round(track.scrollLeft / track.clientWidth));
  };

  const moveByKey = (event: KeyboardEvent): void => {
    const next = keyTargets(index, count)[event.key];
    if (next === undefined) return;
    event.preventDefault();
    goTo(next);
  };

  return { trackRef, index, goTo, followScroll, moveByKey };
}

const keyTargets = (index: number, count: number): Record<string, number | undefined> => ({
  ArrowLeft: index - 1,
  ArrowRight: index + 1,
  Home: 0,
  End: count - 1,
});

const calmBehavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
