//! The keys that sign and verify notes.
//!
//! In: a key file (PKCS#8 in PEM, as OpenSSL writes and reads it) or a verifier key of C2SP signed-note. Out:
//! signatures and their verification. A [`SigningKey`] shows itself to nobody.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use ed25519_dalek::{Signature, Signer};
use sha2::{Digest, Sha256};

/// The number by which signed notes know Ed25519.
const ED25519: u8 = 1;

/// A key that verifies, with the name that it signs by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    name: String,
    key: ed25519_dalek::VerifyingKey,
}

/// A key that signs.
pub struct SigningKey {
    name: String,
    key: ed25519_dalek::SigningKey,
}

/// Why something is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// It has not the form of a key.
    Malformed,
    /// The name is empty, or has blanks or plus signs.
    Name,
    /// Its number is not that of its name and bytes.
    Id,
    /// It is kept under a passphrase, and none was given.
    Locked,
    /// The passphrase does not open it.
    Passphrase,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "không phải là một khóa Ed25519",
            Self::Name => "tên khóa để trống, hoặc có dấu cách, dấu cộng",
            Self::Id => "số của khóa không khớp với tên và khóa",
            Self::Locked => "khóa được giữ bằng mật khẩu mà không có mật khẩu",
            Self::Passphrase => "mật khẩu không mở được khóa",
        })
    }
}

impl std::error::Error for KeyFault {}

impl PublicKey {
    /// The name that the key signs by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number that the key has among keys of its name.
    pub fn id(&self) -> u32 {
        let sum = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', ED25519])
            .chain_update(self.key.as_bytes())
            .finalize();
        u32::from_be_bytes(*sum.first_chunk().expect("a checksum has 32 bytes"))
    }

    /// The 32 bytes of the key.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    /// Whether the key signed these bytes.
    pub fn verifies(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let signature = Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.key.verify_strict(bytes, &signature).is_ok())
    }

    /// The key as OpenSSL reads it.
    pub fn to_pem(&self) -> String {
        // RFC 8410: the key is the last 32 bytes behind a head that is always the same.
        const HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0];
        let encoded = STANDARD.encode([&HEAD[..], self.as_bytes()].concat());
        format!("-----BEGIN PUBLIC KEY-----\n{encoded}\n-----END PUBLIC KEY-----\n")
    }
}

/// The verifier key of signed notes: `name+number+key`.
impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = STANDARD.encode([&[ED25519], &self.as_bytes()[..]].concat());
        write!(f, "{}+{:08x}+{key}", self.name, self.id())
    }
}

impl FromStr for PublicKey {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<Self, KeyFault> {
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(KeyFault::Malformed);
        };
        let key = STANDARD.decode(key).map_err(|_| KeyFault::Malformed)?;
        let [ED25519, key @ ..] = &key[..] else { return Err(KeyFault::Malformed) };
        let key: &[u8; 32] = key.try_into().map_err(|_| KeyFault::Malformed)?;
        let key = ed25519_dalek::VerifyingKey::from_bytes(key).map_err(|_| KeyFault::Malformed)?;
        let key = Self { name: checked(name)?, key };
        if format!("{:08x}", key.id()) == id { Ok(key) } else { Err(KeyFault::Id) }
    }
}

impl SigningKey {
    /// The key that these 32 bytes make; they must be chance.
    ///
    /// # Errors
    /// The name is none.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyFault> {
        Ok(Self { name: checked(name)?, key: ed25519_dalek::SigningKey::from_bytes(seed) })
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// It is none, or the passphrase is missing or another.
    pub fn from_pem(name: &str, pem: &str, passphrase: Option<&str>) -> Result<Self, KeyFault> {
        let name = checked(name)?;
        let key = if is_locked(pem) {
            let passphrase = passphrase.ok_or(KeyFault::Locked)?;
            ed25519_dalek::SigningKey::from_pkcs8_encrypted_pem(pem, passphrase)
                .map_err(|_| KeyFault::Passphrase)?
        } else {
            ed25519_dalek::SigningKey::from_pkcs8_pem(pem).map_err(|_| KeyFault::Malformed)?
        };
        Ok(Self { name, key })
    }

    /// The key file; under a passphrase where one is given, with `salt` and `start`, which must be chance.
    pub fn to_pem(&self, passphrase: Option<(&str, [u8; 16], [u8; 16])>) -> String {
        const PROMISE: &str = "a key of 32 bytes can be written";
        match passphrase {
            None => self.key.to_pkcs8_pem(LineEnding::LF).expect(PROMISE).to_string(),
            Some((passphrase, salt, start)) => {
                let way = pkcs8::pkcs5::pbes2::Parameters::generate_scrypt_aes256cbc(
                    pkcs8::pkcs5::scrypt::Params::new(15, 8, 1).expect("the costs are in range"),
                    &salt,
                    start,
                )
                .expect(PROMISE);
                let plain = self.key.to_pkcs8_der().expect(PROMISE);
                let plain = pkcs8::PrivateKeyInfoRef::try_from(plain.as_bytes()).expect(PROMISE);
                let locked = plain.encrypt_with_params(way, passphrase).expect(PROMISE);
                locked.to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF).expect(PROMISE).to_string()
            }
        }
    }

    /// The key that verifies what this one signs.
    pub fn public(&self) -> PublicKey {
        PublicKey { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// The signature of these bytes: always the same for the same bytes.
    pub fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.key.sign(bytes).to_bytes()
    }

    /// A number that only the holder of the key can tell, always the same for the same bytes.
    pub fn secret_of(&self, bytes: &[u8]) -> [u8; 16] {
        // Both parts have their length before them, so that this is no beginning of a longer message.
        let sum = Sha256::new()
            .chain_update(b"congkhai muoi 1\n")
            .chain_update(self.key.as_bytes())
            .chain_update((bytes.len() as u64).to_be_bytes())
            .chain_update(bytes)
            .finalize();
        *Sha256::digest(sum).first_chunk().expect("a checksum has 32 bytes")
    }
}

/// Whether a key file needs a passphrase.
pub fn is_locked(pem: &str) -> bool {
    pem.trim_start().starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----")
}

/// Of a key that signs, nobody is shown more than the key that verifies.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SigningKey").field(&self.public().to_string()).finish()
    }
}

fn checked(name: &str) -> Result<String, KeyFault> {
    let is_name = !name.is_empty()
        && !name.contains(|c: char| c == '+' || c.is_whitespace() || c.is_control());
    is_name.then(|| name.to_owned()).ok_or(KeyFault::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "lam-giang.example/tien-do";

    #[test]
    fn a_key_file_is_read_back_with_and_without_passphrase() {
        let key = SigningKey::from_seed(NAME, &[9; 32]).unwrap();
        let plain = key.to_pem(None);
        let read = SigningKey::from_pem(NAME, &plain, None).unwrap();
        assert_eq!(read.public(), key.public());
        let locked = key.to_pem(Some(("mật khẩu", [1; 16], [2; 16])));
        assert!(is_locked(&locked) && !is_locked(&plain));
        let read =
            |passphrase| SigningKey::from_pem(NAME, &locked, passphrase).map(|it| it.public());
        assert_eq!(read(Some("mật khẩu")), Ok(key.public()));
        assert_eq!(read(Some("mật khẩu khác")), Err(KeyFault::Passphrase));
        assert_eq!(read(None), Err(KeyFault::Locked));
    }

    #[test]
    fn a_key_is_shown_to_nobody() {
        let key = SigningKey::from_seed(NAME, &[9; 32]).unwrap();
        assert!(format!("{key:?}").contains(&key.public().to_string()));
        assert!(!format!("{key:?}").contains("[9"));
    }

    #[test]
    fn what_is_no_verifier_key_is_refused() {
        let key = SigningKey::from_seed(NAME, &[9; 32]).unwrap().public().to_string();
        assert!(key.parse::<PublicKey>().is_ok());
        let faults = [
            ("", KeyFault::Malformed),
            ("a+b", KeyFault::Malformed),
            (&key.replace(NAME, "khac.example"), KeyFault::Id),
            (&key.replace(NAME, "hai ten"), KeyFault::Name),
            (&key.replace(NAME, ""), KeyFault::Name),
            (&key[..key.len() - 4], KeyFault::Malformed),
        ];
        for (text, fault) in faults {
            assert_eq!(text.parse::<PublicKey>(), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_secret_number_depends_on_key_and_bytes() {
        let [one, other] = [1, 2].map(|seed| SigningKey::from_seed(NAME, &[seed; 32]).unwrap());
        assert_eq!(one.secret_of(b"a"), one.secret_of(b"a"));
        assert_ne!(one.secret_of(b"a"), one.secret_of(b"b"));
        assert_ne!(one.secret_of(b"a"), other.secret_of(b"a"));
    }
}
