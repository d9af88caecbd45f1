import type { ReactNode } from 'react';
import { DoorScene } from '../../../components/brand/door-scene.js';
import styles from './auth-layout.module.css';

type AuthLayoutProps = { title: string; lead: string; children: ReactNode; foot: ReactNode };

/** A form on a card, with an open door beside it where there is room. */
export const AuthLayout = ({ title, lead, children, foot }: AuthLayoutProps) => (
  <div className="page">
    <div className={styles['layout']}>
      <div className={styles['card']}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>{title}</h1>
          <p className={styles['lead']}>{lead}</p>
        </header>
        {children}
        <p className={styles['foot']}>{foot}</p>
      </div>
      <div className={styles['door']}>
        <DoorScene mood="empty" className={styles['scene']} />
      </div>
    </div>
  </div>
);
