import { describe, expect, it } from 'vitest';
import { coordinatesIn, mayBeInKorea } from './coordinates.js';

const seongsu = { latitude: '37.5446', longitude: '127.0374' };

describe('coordinatesIn', () => {
  it.each([
    '37.5446,127.0374',
    '37.5446, 127.0374',
    '  37.5446 127.0374 ',
    '(37.5446, 127.0374)',
    '37.5446\t127.0374',
    'https://www.google.com/maps/@37.5446,127.0374,17z',
    'https://www.google.com/maps/place/X/@37.1,127.1,17z/data=!3m1!4b1!3d37.5446!4d127.0374',
    'https://www.openstreetmap.org/?mlat=37.5446&mlon=127.0374#map=18/37.1/127.1',
    'https://www.openstreetmap.org/#map=18/37.5446/127.0374',
    'https://map.kakao.com/link/map/카페,37.5446,127.0374',
    'https://map.naver.com/?lat=37.5446&lng=127.0374&zoom=16',
    // Longitude first.
    '127.0374, 37.5446',
  ])('finds the place in "%s"', (text) => {
    expect(coordinatesIn(text)).toEqual(seongsu);
  });

  it('takes whole and negative degrees', () => {
    expect(coordinatesIn('-33, 151')).toEqual({ latitude: '-33', longitude: '151' });
  });

  it.each([
    '',
    '37.5446',
    '서울숲길 17',
    '12, 3층',
    '서울 성동구 서울숲2길 32-14',
    '200.5, 300.5',
    'https://example.kr/',
  ])('finds none in "%s"', (text) => {
    expect(coordinatesIn(text)).toBeNull();
  });
});

describe('mayBeInKorea', () => {
  it('knows Seoul, Jeju and Dokdo', () => {
    expect(mayBeInKorea(seongsu)).toBe(true);
    expect(mayBeInKorea({ latitude: '33.11', longitude: '126.27' })).toBe(true);
    expect(mayBeInKorea({ latitude: '37.24', longitude: '131.87' })).toBe(true);
  });

  it('notices other countries and swapped fields', () => {
    expect(mayBeInKorea({ latitude: '35.68', longitude: '139.69' })).toBe(false);
    expect(mayBeInKorea({ latitude: '127.0374', longitude: '37.5446' })).toBe(false);
  });

  it('says nothing about what is not complete', () => {
    expect(mayBeInKorea({ latitude: '37.5', longitude: '' })).toBe(true);
    expect(mayBeInKorea({ latitude: 'x', longitude: '139' })).toBe(true);
  });
});
