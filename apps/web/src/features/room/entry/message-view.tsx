import type { Image } from '@virtualcafe/contracts';
import type { ReactNode } from 'react';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { Backdrop } from './backdrop.js';
import styles from './message-view.module.css';

type MessageViewProps = { cover: Image | null; title: string; text: string; children: ReactNode };

/** Something that ends or hinders a visit, and the ways on. */
export const MessageView = ({ cover, title, text, children }: MessageViewProps) => (
  <Backdrop image={cover}>
    <div role="alert" className={styles['card']}>
      <StatePanel mood="closed" title={title} text={text} headingLevel={1}>
        {children}
      </StatePanel>
    </div>
  </Backdrop>
);
