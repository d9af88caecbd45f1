import type { ReactNode } from 'react';
import { classNames } from '../../../components/class-names.js';
import styles from './hud-button.module.css';

type HudButtonProps = {
  label: string;
  onPress: () => void;
  children: ReactNode;
  /** Shown beside or under the icon. */
  text?: ReactNode;
  className?: string | undefined;
  isExpanded?: boolean;
};

/** A button over the room. A click leaves the focus with the room, so that one walks on; the Tab key still reaches it. */
export const HudButton = ({ label, onPress, children, text, className, isExpanded }: HudButtonProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    aria-expanded={isExpanded}
    className={classNames(styles['button'], text !== undefined && styles['withText'], className)}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    {children}
    {text}
  </button>
);
