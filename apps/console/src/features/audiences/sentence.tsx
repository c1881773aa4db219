import { Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import styles from './audiences.module.css';

interface SentenceProps {
  /** With the places of the parts in brackets: “[office] at [institution]”. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ReactNode>>;
}

/** A sentence with fields in it, in the order of the reader's language. */
export function Sentence({ text, parts }: SentenceProps) {
  return (
    <div className={styles.sentence}>
      {text.split(/(\[\w+\])/).map((piece) => {
        const part = /^\[(\w+)\]$/.exec(piece)?.[1];
        if (part !== undefined) return <Fragment key={piece}>{parts[part]}</Fragment>;
        return piece.trim() === '' ? null : (
          <Text key={piece} component="span">
            {piece.trim()}
          </Text>
        );
      })}
    </div>
  );
}
