import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react';
import { AppLink } from '../navigation/app-link.js';
import { classNames } from '../class-names.js';
import { Spinner } from '../feedback/spinner.js';
import styles from './button.module.css';

type Look = {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  isWide?: boolean | undefined;
  icon?: ReactNode;
};

const lookOf = ({ variant = 'secondary', size = 'md', isWide }: Look, className?: string): string =>
  classNames(styles['button'], styles[variant], styles[size], isWide && styles['wide'], className);

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { isBusy?: boolean };

/** A button with words. While busy it stays focusable, keeps its width and takes no clicks. */
export function Button({
  variant,
  size,
  isWide,
  icon,
  isBusy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={lookOf({ variant, size, isWide }, className)}
    >
      <span className={styles['label']} data-busy={isBusy || undefined}>
        {icon}
        {children}
      </span>
      {isBusy && (
        <span className={styles['busy']}>
          <Spinner />
        </span>
      )}
    </button>
  );
}

type ButtonLinkProps = Look & ComponentProps<typeof AppLink>;

/** A link that looks like a button. */
export function ButtonLink({ variant, size, isWide, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <AppLink {...rest} className={lookOf({ variant, size, isWide }, className)}>
      <span className={styles['label']}>
        {icon}
        {children}
      </span>
    </AppLink>
  );
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; children: ReactNode };

/** A round button with an icon only; `label` is what a screen reader says and a tooltip shows. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={classNames(styles['icon'], className)}>
      {children}
    </button>
  );
}
