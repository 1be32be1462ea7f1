CREATE TABLE vector_index (id BIGINT PRIMARY KEY REFERENCES vector (id), direction public.halfvec(384) NOT NULL);
