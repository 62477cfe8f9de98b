// Light on everything the camera sees: sun with soft shadow, sky, lamps, emission, wet ground, fog.
in vec2 uv;
out vec4 color;
void main() {
    float depth = texture(depth_map, uv).r, emission;
    vec3 ray = ray_through(uv);
    vec3 world = eye.xyz + ray * depth;
    Skin s = skin_at(uv, ray, emission);
    vec3 paint = s.albedo, sum = vec3(0.0);
#ifdef WET
    float puddle, ring = soaked(s, world, depth, puddle);
    sum += ring * 0.10 * sky_ambient(vec3(0.0, 1.0, 0.0));
#endif
    sum += from_sun(s, sun_share(world, s.n, min(dot(s.n, sun_direction.xyz), sun_shines)));
    sum += from_lamps(s, world);
    sum += from_sky(s);
    vec3 share = mirror_share(s);
#ifdef WET
    share = mix(share, max(share, vec3(0.05 + 0.75 * pow(1.0 - max(dot(s.n, s.v), 0.02), 4.0))), puddle);
#endif
    sum += mirrored_sky(reflect(-s.v, s.n), s.roughness) * share;
#ifdef CLAY
    sum += s.albedo * 0.10 * pow(1.0 - max(dot(s.n, s.v), 0.02), 3.0);
#else
    // A thin rim of sky light lifts figures off their background.
    sum += s.albedo * (1.0 - s.metal) * sky_horizon.rgb * ground_color.w * 0.22 * pow(1.0 - max(dot(s.n, s.v), 0.02), 4.0) * s.open * (0.5 + 0.5 * s.n.y);
#endif
    sum += s.albedo * emission;
    color = vec4(min(through_air(sum, world, s.v), 60.0), 1.0);
    // A picture shown as it is: alpha 2 tells the developer to leave it alone.
    if (emission > 12.0) color = vec4(paint, 2.0);
}
